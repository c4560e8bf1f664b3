// Who answers for this site, and where the rules about data and help are.
import { AgencyAddress } from '../parts/agency-address.tsx';
import type { Site } from './site.tsx';

export const Footer = ({ site }: { site: Site }) => (
  <footer class="bottom">
    <div class="column wide">
      <div class="agencies">
        {site.agencies.map((agency) => (
          <AgencyAddress agency={agency} />
        ))}
      </div>
      <ul class="links">
        <li>
          <a href="/periksa">Periksa kartu atau surat</a>
        </li>
        <li>
          <a href="/privasi">Data pribadi Anda</a>
        </li>
        <li>
          <a href="/bantuan">Bantuan</a>
        </li>
      </ul>
    </div>
  </footer>
);
