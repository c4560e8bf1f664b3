// What is not in the text: how silent places were read. Kept apart, so that nobody takes it for the official word.
import type { Standard } from '@layan/domain/standard/standard';
import { lines, type Markup, markup } from '../markup.ts';
import { sentenceNames } from './cited.ts';

export const readingNotes = (
  standard: Standard,
  confirmed: Readonly<Record<string, string>> | undefined,
): Markup | undefined =>
  standard.readings.length === 0
    ? undefined
    : lines([
        markup`<section id="tafsiran" class="tafsiran"><h2>III. Tafsiran</h2>`,
        markup`<p><strong>Bukan bagian dari naskah resmi.</strong> Bagian naskah yang tidak diatur atau berbeda dibaca seperti di bawah ini.</p>`,
        markup`<ol>`,
        ...standard.readings.map(({ id, statement, why, cites }) => {
          const by = confirmed?.[id];
          const word =
            confirmed === undefined
              ? undefined
              : by === undefined
                ? 'Belum dikonfirmasi.'
                : `Dikonfirmasi ${by}.`;
          return markup`<li id="tafsiran-${id}"><p>${statement}</p><p class="ket">Alasan: ${why}</p>${cites.length === 0 ? undefined : markup`<p class="ket">Menafsirkan: ${sentenceNames(standard, cites)}.</p>`}${word === undefined ? undefined : markup`<p class="ket">${word}</p>`}</li>`;
        }),
        markup`</ol></section>`,
      ]);
