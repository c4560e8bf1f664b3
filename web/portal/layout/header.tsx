// Crest, name and the three places a citizen goes to.
import type { Site } from './site.tsx';

export type Place = 'services' | 'track' | 'help';

const places: readonly { readonly place: Place; readonly path: string; readonly label: string }[] = [
  { place: 'services', path: '/', label: 'Layanan' },
  { place: 'track', path: '/lacak', label: 'Lacak berkas' },
  { place: 'help', path: '/bantuan', label: 'Bantuan' },
];

export const Header = ({ site, current }: { site: Site; current?: Place }) => (
  <header class="top">
    {site.practice ? (
      <p class="practice">
        <strong>Ruang latihan.</strong> Semua data di sini karangan dan tidak berlaku.
      </p>
    ) : null}
    <div class="column wide">
      <a class="brand" href="/">
        <img src={site.assets.crest} alt="" width="44" height="52" />
        <span>{site.governmentName}</span>
      </a>
      <nav aria-label="Utama">
        <ul>
          {places.map(({ place, path, label }) => (
            <li>
              <a href={path} {...(place === current ? { 'aria-current': 'page' } : {})}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  </header>
);
