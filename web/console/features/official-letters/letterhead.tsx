// The letterhead as it will stand on paper, with a sample of place and number. The paper itself is drawn elsewhere.
import type { LetterSettingsView } from '@layan/contract/staff/letters';

interface Props {
  readonly settings: Pick<LetterSettingsView, 'head'>;
  readonly lines: readonly string[];
  readonly place: string;
  readonly unitCode: string;
}

export function Letterhead({ settings: { head }, lines, place, unitCode }: Props) {
  const below = [head.address, head.contact ?? '', ...lines].filter((line) => line !== '');
  return (
    <figure className="letterhead">
      <div className="letterhead-paper">
        <p className="letterhead-government">{head.government}</p>
        <p className="letterhead-agency">{head.agency}</p>
        {below.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <hr />
        <p className="letterhead-place">{place === '' ? head.place : place}, 2 Januari 2026</p>
        <p className="letterhead-number">
          Nomor: 400.9/0001/{unitCode === '' ? '(kode unit)' : unitCode}/2026
        </p>
      </div>
      <figcaption>Contoh. Lambang daerah ikut tercetak di kiri atas.</figcaption>
    </figure>
  );
}
