// The standard as enacted: every component and every sentence verbatim, made to be printed.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { type Enactment, EnactmentBadge } from '../parts/enactment-badge.tsx';
import { BackLink } from '../parts/way.tsx';

export interface ComponentView {
  readonly title: string;
  readonly sentences: readonly { readonly label?: string; readonly text: string }[];
  /** Where another published document says it differently. */
  readonly alternates: readonly { readonly source: string; readonly text: string }[];
}

export interface OfficialDocumentProps {
  readonly site: Site;
  readonly agency: string;
  readonly title: string;
  readonly decree?: Enactment;
  readonly groups: readonly { readonly title: string; readonly components: readonly ComponentView[] }[];
  /** Names of components that the source does not have. */
  readonly absent: readonly string[];
  readonly complete: { readonly have: number; readonly of: number };
  readonly sources: readonly { readonly title: string; readonly note?: string }[];
  readonly version: number;
  readonly hash: string;
  /** "25 Maret 2026". */
  readonly publishedOn?: string;
  readonly back: string;
}

export const OfficialDocumentPage = (props: OfficialDocumentProps) => (
  <Document site={props.site} title={`Standar pelayanan: ${props.title}`} current="services">
    <BackLink path={props.back} label="Ringkasan layanan" />
    <article class="official">
      <p class="caption">
        {props.site.governmentName}
        <br />
        {props.agency}
      </p>
      <h1>{props.title}</h1>
      <EnactmentBadge {...(props.decree ? { decree: props.decree } : {})} />
      <p>
        Memuat <strong>{`${props.complete.have} dari ${props.complete.of}`}</strong> komponen standar
        pelayanan.
        {props.absent.length === 0 ? null : ` Belum dimuat: ${props.absent.join(', ')}.`}
      </p>
      <p class="hint">Bunyi asli, termasuk ejaan, sesuai dokumen yang diumumkan.</p>
      {props.groups.map(({ title, components }) => (
        <section>
          <h2>{title}</h2>
          {components.map((component) => (
            <Component component={component} />
          ))}
        </section>
      ))}
      <section>
        <h2>Tentang dokumen ini</h2>
        <dl class="summary">
          <div>
            <dt>Versi</dt>
            <dd>
              {props.version}
              {props.publishedOn === undefined ? null : `, diterbitkan ${props.publishedOn}`}
            </dd>
          </div>
          <div>
            <dt>Sidik isi</dt>
            <dd translate="no" class="hash">
              {props.hash}
            </dd>
          </div>
          <div>
            <dt>Sumber</dt>
            <dd>
              <ul>
                {props.sources.map(({ title, note }) => (
                  <li>
                    {title}
                    {note === undefined ? null : <span class="hint block">{note}</span>}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        </dl>
        <p class="hint">
          Sidik isi berubah bila satu huruf saja berubah. Dengan itu dua salinan dapat dibandingkan.
        </p>
      </section>
      <p class="no-print">
        <button type="button" class="second" data-print hidden>
          Cetak dokumen
        </button>
      </p>
    </article>
  </Document>
);

const Component = ({ component }: { component: ComponentView }) => (
  <section class="component">
    <h3>{component.title}</h3>
    <ol class="sentences">
      {component.sentences.map(({ label, text }) => (
        <li>
          {label === undefined ? null : <span class="number">{label}</span>}
          <span>{text}</span>
        </li>
      ))}
    </ol>
    {component.alternates.length === 0 ? null : (
      <details>
        <summary>Bunyi berbeda di dokumen lain</summary>
        <ul>
          {component.alternates.map(({ source, text }) => (
            <li>
              {text} <span class="hint">({source})</span>
            </li>
          ))}
        </ul>
      </details>
    )}
  </section>
);
