/// <reference path="./css.d.ts" />
// The stylesheet and the script as they are sent to browsers.

import { enhance } from './enhance.ts';
import css from './portal.css?raw';

export const styleText: string = css;

/** The function travels as its own text: one source, checked as TypeScript, without a second bundle. */
export const scriptText = `(${enhance.toString()})(document)`;
