// Reads the name of a status list back. Apart from the lists themselves, which browsers carry without a schema library.
import { AgencyId } from '../kernel/ids.ts';
import type { Register } from './status-list.ts';

/** The register whose list is called so; undefined for what is no name of a list. */
export const parseStatusListName = (name: string): Register | undefined => {
  const [, agency, product = '', year] =
    /^([a-z0-9-]{1,60})\.([A-Za-z][A-Za-z0-9-]{0,59})\/(\d{4})$/.exec(name) ?? [];
  const known = AgencyId.safeParse(agency);
  return known.success ? { agency: known.data, product, year: Number(year) } : undefined;
};
