/** What electron-builder signs with, and notarises with, by the variables of the environment. Values are never printed. */
const VARIABLES = {
  darwin: { certificate: ['CSC_LINK', 'CSC_NAME'], notary: ['APPLE_API_KEY', 'APPLE_ID', 'APPLE_KEYCHAIN_PROFILE'] },
  win32: { certificate: ['WIN_CSC_LINK', 'CSC_LINK'], notary: [] },
} as const;

/** One sentence for each thing that will not be signed, and why. Pure. */
export function signingNotices(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform !== 'darwin' && platform !== 'win32')
    return ['Packages for Linux are not signed: a repository is, or the sums that are published beside them.'];
  const { certificate, notary } = VARIABLES[platform];
  const isGiven = (name: string): boolean => Boolean(environment[name]);
  return [
    ...(certificate.some(isGiven)
      ? []
      : [`Not signed: none of ${certificate.join(', ')} is set. Systems will warn whoever opens it.`]),
    ...(notary.length === 0 || notary.some(isGiven) ? [] : [`Not notarised by Apple: none of ${notary.join(', ')} is set.`]),
  ];
}
