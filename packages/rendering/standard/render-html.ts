// The official document of a standard as one HTML file, to be read, kept and printed.
import type { Standard } from '@layan/domain/standard/standard';
import { documentBody } from './document/body.ts';
import { framed } from './document/frame.ts';
import type { DocumentOptions } from './document/options.ts';
import { documentStyles } from './document/styles.ts';

/** @example renderHtml(standard, { government: 'Pemerintah Kota Probolinggo', paper: 'F4' }) */
export const renderHtml = (standard: Standard, options: DocumentOptions = {}): string =>
  framed(
    `Standar pelayanan: ${standard.title}`,
    documentStyles(standard.shortTitle, options.paper),
    markupInMain(standard, options),
  );

const markupInMain = (standard: Standard, options: DocumentOptions) => ({
  markup: `<main>\n${documentBody(standard, options).markup}\n</main>`,
});
