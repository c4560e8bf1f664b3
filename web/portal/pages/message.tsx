// A page that says one thing and what to do now: not found, session ended, a fault, nothing here.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { Identifier } from '../parts/identifier.tsx';

export interface MessageProps {
  readonly site: Site;
  readonly title: string;
  readonly sentences: readonly string[];
  /** To be told to the office; says nothing about the person. */
  readonly reference?: string;
  readonly way?: { readonly path: string; readonly label: string };
}

export const MessagePage = ({ site, title, sentences, reference, way }: MessageProps) => (
  <Document site={site} title={title} personal>
    <h1>{title}</h1>
    {sentences.map((sentence) => (
      <p>{sentence}</p>
    ))}
    {reference === undefined ? null : (
      <p>
        Kode rujukan: <Identifier text={reference} />
      </p>
    )}
    {way === undefined ? null : (
      <p>
        <a class="button" href={way.path}>
          {way.label}
        </a>
      </p>
    )}
  </Document>
);
