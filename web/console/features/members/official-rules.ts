// What still keeps the data of an official from being saved, per field.
interface OfficialDraft {
  readonly position: string;
  readonly nameWithTitles: string;
  readonly nip: string;
}

export function officialLacks({ position, nameWithTitles, nip }: OfficialDraft): ReadonlyMap<string, string> {
  const digits = nip.replaceAll(/\s/g, '');
  const found: [string, string][] = [];
  if (position.trim() === '') found.push(['position', 'Tulis jabatannya.']);
  if (nameWithTitles.trim() === '') found.push(['nameWithTitles', 'Tulis nama seperti tertera pada surat.']);
  if (digits !== '' && !/^\d{18}$/.test(digits)) found.push(['nip', 'NIP terdiri atas 18 angka.']);
  return new Map(found);
}
