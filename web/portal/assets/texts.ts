// The stylesheet and the script as they are sent to browsers.
import { readFileSync } from 'node:fs';
import { enhance } from './enhance.ts';

/** A file beside this module, and beside the bundle (infra/constructs/bundle.ts): text need not be read as code. */
export const styleText: string = readFileSync(new URL('./portal.css', import.meta.url), 'utf8');

/** The function travels as its own text: one source, checked as TypeScript, without a second bundle. */
export const scriptText = `(${enhance.toString()})(document)`;
