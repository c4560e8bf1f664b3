// The frame of every page: language, landmarks, skip link, header, footer. One h1, given by the page inside.
import type { Child } from 'hono/jsx';
import { Footer } from './footer.tsx';
import { Header, type Place } from './header.tsx';
import type { Site } from './site.tsx';

export interface DocumentProps {
  readonly site: Site;
  readonly title: string;
  readonly current?: Place;
  /** Puts "Perlu diperbaiki" before the title, so that a screen reader says it first. */
  readonly needsFixing?: boolean;
  /** Without JavaScript the page loads again by itself; with it, the script looks first. */
  readonly refresh?: { readonly seconds: number; readonly path: string };
  /** Belongs to one person: search engines stay away. */
  readonly personal?: boolean;
  /** A script that only this kind of page needs. */
  readonly script?: string;
  /** Styles that only this kind of page needs. */
  readonly style?: string;
  /** For tables and pictures, which need more room than sentences. */
  readonly wide?: boolean;
  readonly children?: Child;
}

export const Document = ({
  site,
  title,
  current,
  needsFixing,
  refresh,
  personal,
  script,
  style,
  wide,
  children,
}: DocumentProps) => (
  <html lang="id">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="format-detection" content="telephone=no" />
      <title>{`${needsFixing ? 'Perlu diperbaiki: ' : ''}${title} – ${site.name}`}</title>
      {personal ? <meta name="robots" content="noindex" /> : null}
      <link rel="icon" href={site.assets.crest} type="image/svg+xml" />
      <link rel="stylesheet" href={site.assets.style} />
      {style === undefined ? null : <link rel="stylesheet" href={style} />}
      <script type="module" src={site.assets.script}></script>
      {script === undefined ? null : <script type="module" src={script}></script>}
      {refresh ? (
        <noscript>
          <meta http-equiv="refresh" content={`${refresh.seconds};url=${refresh.path}`} />
        </noscript>
      ) : null}
    </head>
    <body>
      <a class="skip" href="#isi">
        Langsung ke isi
      </a>
      <Header site={site} {...(current ? { current } : {})} />
      <main id="isi" class={wide ? 'column wide' : 'column'} tabindex={-1}>
        {children}
      </main>
      <Footer site={site} />
    </body>
  </html>
);
