// A slip for the pocket: A6 or a roll of 80 mm. Only what stands in it is printed, and never a NIK.
import type { ReactNode } from 'react';
import { isPractising } from '../../shared/space.ts';

interface Props {
  readonly title: string;
  readonly agency: { readonly name: string; readonly address: string; readonly phone?: string | undefined };
  readonly children: ReactNode;
}

export function Slip({ title, agency, children }: Props) {
  return (
    <section className="slip" aria-label={title}>
      <p className="slip-agency">
        <strong>{agency.name}</strong>
        <br />
        {agency.address}
        {agency.phone === undefined ? '' : `, telepon ${agency.phone}`}
      </p>
      {isPractising() ? <p className="slip-practice">LATIHAN, tidak berlaku</p> : null}
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export function SlipLines({ lines }: { lines: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl>
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
