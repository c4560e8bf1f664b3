// How to reach an agency, with links that a phone can follow.
import type { AgencyContact } from '../layout/site.tsx';

const dialable = (phone: string): string => phone.replace(/[^\d+]/g, '');

export const AgencyAddress = ({ agency }: { agency: AgencyContact }) => (
  <address>
    <strong>{agency.name}</strong>
    <br />
    {agency.address}
    {agency.phone === undefined ? null : (
      <>
        <br />
        Telepon <a href={`tel:${dialable(agency.phone)}`}>{agency.phone}</a>
      </>
    )}
    {agency.email === undefined ? null : (
      <>
        <br />
        Surel <a href={`mailto:${agency.email}`}>{agency.email}</a>
      </>
    )}
  </address>
);
