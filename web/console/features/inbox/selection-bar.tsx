// What is chosen, and the way to the page where it is looked over and done.
import type { InboxRowView } from '@layan/contract/staff/inbox';
import { Button, Text } from '@mantine/core';
import { Link } from 'wouter';
import { type AtOnce, atOnce, atOnceWords, rowKey, ways } from './at-once.ts';
import type { Selection } from './use-selection.ts';

interface Props {
  readonly role: string;
  readonly rows: readonly InboxRowView[];
  readonly selection: Selection;
  /** There is more to come than the list shows. */
  readonly more: boolean;
}

const keysOf = (rows: readonly InboxRowView[], way: AtOnce): readonly string[] =>
  rows.filter((row) => atOnce(row) === way).map(rowKey);

function WayBar({ role, rows, selection, way }: Omit<Props, 'more'> & { readonly way: AtOnce }) {
  const keys = keysOf(rows, way);
  const chosen = keys.filter((key) => selection.chosen.has(key));
  const { all, go, path } = atOnceWords[way];
  if (keys.length === 0) return null;
  return (
    <div className="selection-way">
      <Text size="sm" role="status">
        {chosen.length === 0 ? `${keys.length} dapat dikerjakan sekaligus.` : `${chosen.length} dipilih.`}
      </Text>
      {chosen.length === 0 ? null : (
        <Button component={Link} href={`/kotak/${role}/${path}`}>
          {go(chosen.length)}
        </Button>
      )}
      {chosen.length === keys.length ? null : (
        <Button variant="default" onClick={() => selection.set(keys, true)}>
          {all} ({keys.length})
        </Button>
      )}
      {chosen.length === 0 ? null : (
        <Button variant="subtle" onClick={() => selection.set(chosen, false)}>
          Batal pilih
        </Button>
      )}
    </div>
  );
}

export function SelectionBar({ more, ...rest }: Props) {
  if (!rest.rows.some((row) => atOnce(row) !== undefined)) return null;
  return (
    <section className="selection-bar" aria-label="Kerjakan sekaligus">
      {ways.map((way) => (
        <WayBar key={way} {...rest} way={way} />
      ))}
      {more ? (
        <Text size="xs" c="dark.6">
          Masih ada berkas di bawah daftar ini. Tekan “Tampilkan berikutnya” untuk ikut memilihnya.
        </Text>
      ) : null}
    </section>
  );
}
