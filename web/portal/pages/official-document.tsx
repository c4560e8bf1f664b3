// The official document of a service, as rendered from its standard: text, tables, flowchart, readings.
import { raw } from 'hono/html';
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { BackLink } from '../parts/way.tsx';

export interface OfficialDocumentProps {
  readonly site: Site;
  readonly title: string;
  /** Markup of the document, everything in it escaped. Has the heading of the page. */
  readonly article: string;
  /** Path of the styles that only the document needs. */
  readonly style: string;
  readonly back: string;
}

export const OfficialDocumentPage = ({ site, title, article, style, back }: OfficialDocumentProps) => (
  <Document site={site} title={`Standar pelayanan: ${title}`} current="services" style={style} wide>
    <BackLink path={back} label="Ringkasan layanan" />
    <p class="no-print">
      <button type="button" class="second" data-print hidden>
        Cetak dokumen
      </button>
    </p>
    {raw(article)}
  </Document>
);
