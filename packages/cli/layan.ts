#!/usr/bin/env node
import { machine } from './machine.ts';
// `npx --yes pnpm@12 layan`: the command on this machine. pnpm runs it as a program of the workspace, not as a script, so
// that nothing but its own words reaches the outputs.
import { main } from './main.ts';

process.exitCode = await main(process.argv.slice(2), machine());
