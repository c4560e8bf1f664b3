// Holds a transcription against the document it was taken from: what of it is not in the document, and what is left over.
import type { Standard } from '@layan/domain/standard/standard';

const oneBlank = (text: string): string => text.replace(/\s+/g, ' ').trim();

export interface Comparison {
  /** Sentences that the document does not say, at least not here in their order. */
  readonly notFound: readonly string[];
  /** What the document says besides, between the sentences. */
  readonly leftOver: readonly string[];
}

/** `furniture` is what the pages repeat: headers, footers, numbers of rows. */
export const compare = (
  { components }: Standard,
  source: string,
  document: string,
  furniture: readonly string[],
): Comparison => {
  const sentences = components.flatMap((component) =>
    [...component.sentences, ...(component.alternates ?? [])].filter(
      (sentence) => sentence.source === source,
    ),
  );
  let rest = ` ${oneBlank(document)} `;
  const notFound: string[] = [];
  const leave = '\u0000';
  const longestFirst = [...sentences].sort((a, b) => b.text.length - a.text.length);
  for (const { id, label, text } of longestFirst) {
    const printed = label === undefined ? text : `${label} ${text}`;
    const at = rest.indexOf(` ${printed} `);
    if (at < 0) notFound.push(id);
    else rest = `${rest.slice(0, at)} ${leave} ${rest.slice(at + printed.length + 2)}`;
  }
  for (const words of [...furniture].sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(` ${words} `, ` ${leave} `);
  const leftOver = rest.split(leave).map(oneBlank);
  return { notFound, leftOver: leftOver.filter((words) => words !== '') };
};
