import { parseEnv } from 'node:util';

/** Takes secrets out of text that people or files will see. */
export type Redact = (text: string) => string;

const MASK = '•••';
/** Shorter values would blot out ordinary words. Characters. */
const SHORTEST = 6;
const SECRET_NAME = /TOKEN|KEY|SECRET|PASS|CREDENTIAL|AUTH/i;
/** The user and password of an address. */
const LOGIN = /(?<=[a-z][a-z0-9+.-]*:\/\/)[^\s/@]+(?=@)/gi;

/** Masks every value of the workspace's env file, every secret of the process by its variable's name, and logins in addresses. */
export function createRedactor(envFile: string, environment: Readonly<Record<string, string | undefined>>): Redact {
  const kept = Object.values(parseEnv(envFile));
  const inherited = Object.entries(environment).flatMap(([name, value]) => (SECRET_NAME.test(name) ? [value] : []));
  const secrets = [...kept, ...inherited]
    .filter((value) => value !== undefined && value.length >= SHORTEST)
    .flatMap((value) => [value ?? '', encodeURIComponent(value ?? '')])
    // The longest first: one value may be a part of another.
    .sort((a, b) => b.length - a.length);
  const distinct = [...new Set(secrets)];
  return (text) => distinct.reduce((masked, secret) => masked.replaceAll(secret, MASK), text).replaceAll(LOGIN, MASK);
}
