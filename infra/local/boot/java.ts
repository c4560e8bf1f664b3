// DynamoDB Local needs Java: finds it, or says in plain words what to install.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const oldest = 17;
const howTo = [
  `Install Java ${oldest} or later and start again, for example:`,
  '  Debian, Ubuntu:  sudo apt-get install openjdk-17-jre-headless',
  '  macOS:           brew install openjdk',
  '  Windows:         winget install EclipseAdoptium.Temurin.17.JRE',
].join('\n');

/** A reason to stop that a person can act on; printed without a stack. */
export class SetupError extends Error {}

/** The command that starts Java. Throws a SetupError when it is missing or too old. */
export async function findJava(command = 'java'): Promise<string> {
  let said: string;
  try {
    const { stdout, stderr } = await promisify(execFile)(command, ['-version']);
    said = stderr + stdout;
  } catch {
    throw new SetupError(
      `Layan keeps its data in DynamoDB Local, which needs Java, and there is no Java here.\n${howTo}`,
    );
  }
  const version = /version "(?:1\.)?(\d+)/.exec(said)?.[1];
  if (version !== undefined && Number(version) >= oldest) return command;
  const found =
    version === undefined ? 'The Java here does not say its version' : `The Java here is version ${version}`;
  throw new SetupError(`${found}; DynamoDB Local needs ${oldest} or later.\n${howTo}`);
}
