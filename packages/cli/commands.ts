// All commands, in the order of the help.
import type { Command } from './command.ts';
import { audit } from './commands/audit.ts';
import { check } from './commands/check.ts';
import { deadline } from './commands/deadline.ts';
import { diff } from './commands/diff.ts';
import { exportCommand } from './commands/export.ts';
import { letter } from './commands/letter.ts';
import { paths } from './commands/paths.ts';
import { renderCommand } from './commands/render.ts';
import { run } from './commands/run.ts';
import { schema } from './commands/schema.ts';

export const commands: readonly Command[] = [
  check,
  deadline,
  run,
  paths,
  letter,
  renderCommand,
  diff,
  schema,
  audit,
  exportCommand,
];
