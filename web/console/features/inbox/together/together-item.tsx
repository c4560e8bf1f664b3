// One of the chosen: which letter, about whom, made out to whom, whether it can go along, and how far it is.
import { Button, Checkbox, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { letterOfAction } from '../../../shared/letter/letter-of-action.ts';
import { letterName } from '../../../shared/letter/letter-words.ts';
import type { Item } from './use-together.ts';

interface Props {
  readonly item: Item;
  readonly on: boolean;
  readonly shown: boolean;
  readonly locked: boolean;
  readonly onToggle: () => void;
  readonly onShow: () => void;
}

const said = { waiting: 'Menunggu giliran', sending: 'Sedang dikerjakan', done: 'Selesai' } as const;

function Standing({ item: { standing, progress } }: Pick<Props, 'item'>) {
  if (progress === undefined) {
    return standing?.ready === false ? (
      <Text size="sm" className="with-icon together-why">
        <IconAlertCircle size={16} stroke={1.6} aria-hidden />
        <span>{standing.why}</span>
      </Text>
    ) : null;
  }
  if (progress.state === 'failed') {
    return (
      <Text size="sm" className="with-icon together-why" data-failed>
        <IconAlertCircle size={16} stroke={1.6} aria-hidden />
        <span>Belum berhasil: {progress.why}</span>
      </Text>
    );
  }
  return (
    <Text size="sm" className="with-icon" data-done={progress.state === 'done'}>
      {progress.state === 'done' ? <IconCircleCheck size={16} stroke={1.6} aria-hidden /> : null}
      <span>{said[progress.state]}</span>
    </Text>
  );
}

export function TogetherItem({ item, on, shown, locked, onToggle, onShow }: Props) {
  const { view, task, standing, progress } = item;
  if (view === undefined) {
    return (
      <li data-key={item.key}>
        <Text size="sm" c="dark.6">
          {standing?.ready === false ? `Berkas belum dapat dibuka: ${standing.why}` : 'Memuat berkas…'}
        </Text>
      </li>
    );
  }
  const action = view.actions.find((one) => one.task === task);
  const letter = action && letterOfAction(view, action);
  const ready = standing?.ready === true && progress?.state !== 'done';
  return (
    <li data-key={item.key} data-shown={shown} aria-busy={progress?.state === 'sending'}>
      <Checkbox
        className="row-box"
        aria-label={`Ikutkan ${view.applicant}, ${view.ticket}`}
        checked={on && ready}
        disabled={!ready || locked}
        onChange={onToggle}
      />
      <div className="together-words">
        <Text fw={600}>{view.applicant}</Text>
        <Text size="sm">{letter === undefined ? action?.label : letterName(letter)}</Text>
        {letter?.signatory === undefined ? null : (
          <Text size="sm">
            Atas nama {letter.signatory.name}, {letter.signatory.as}
          </Text>
        )}
        {standing?.ready === true && standing.capacity !== undefined ? (
          <Text size="sm">Anda bertindak sebagai {standing.capacity}</Text>
        ) : null}
        <Text size="xs" c="dark.6">
          <span translate="no">{view.ticket}</span> · {view.service}
        </Text>
        <Standing item={item} />
      </div>
      <div className="together-tools">
        <Button
          variant={shown ? 'light' : 'default'}
          aria-pressed={shown}
          aria-label={`Lihat surat ${view.applicant}`}
          onClick={onShow}
        >
          Lihat surat
        </Button>
        <a
          href={`/berkas/${view.id}`}
          target="_blank"
          rel="noreferrer"
          aria-label={`Buka berkas ${view.ticket}`}
        >
          Buka berkas
        </a>
      </div>
    </li>
  );
}
