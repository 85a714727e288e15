/** `node build/packaging/sign-channel.ts dist/latest-linux.yml…`: signs what copies in the field will believe. Run where the private key is. */
import { signChannel } from './update-feed.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('Usage: node build/packaging/sign-channel.ts FILE…');
  process.exit(64);
}
try {
  for (const file of files) console.log(`Signed ${signChannel(file, process.env)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
