// What the applicant brought: ticked as paper that the counter keeps, or scanned, dropped, pasted, chosen.
import { Button, Checkbox, Progress, Radio, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import type { IntakeRequirement } from './entry.ts';
import type { Scans } from './use-scans.ts';

interface Props {
  readonly requirement: IntakeRequirement;
  readonly isPaper: boolean;
  readonly problem: string | undefined;
  readonly scans: Scans;
  readonly onPaper: (isPaper: boolean) => void;
  /** Which of several things was brought. */
  readonly chosen: string | undefined;
  readonly onChoose: (choice: string) => void;
}

const TAKEN = 'image/jpeg,image/png,application/pdf';

const standing = {
  expected: 'sedang diperiksa…',
  checking: 'sedang diperiksa…',
  accepted: 'diterima',
  rejected: 'tidak dapat dipakai',
} as const;

/** Which of several things it was; as few words as a clerk needs. */
function WhichOne({ requirement, chosen, onChoose }: Pick<Props, 'requirement' | 'chosen' | 'onChoose'>) {
  if (requirement.oneOf === undefined) return null;
  return (
    <Radio.Group label={`Yang dibawa: ${requirement.label}`} value={chosen ?? null} onChange={onChoose}>
      <Stack gap={0} className="side-by-side">
        {requirement.oneOf.map(({ id, label }) => (
          <Radio key={id} value={id} label={label} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

/** Looked at and given back: nothing is sent, nothing is kept. */
export function Shown({ requirement, isPaper, problem, onPaper, chosen, onChoose }: Omit<Props, 'scans'>) {
  const { id, label, hint, required } = requirement;
  return (
    <fieldset className="paper" data-at={`requirement.${id}`}>
      <legend>{required ? label : `${label} (boleh tidak ada)`}</legend>
      <Checkbox
        label="Sudah ditunjukkan"
        aria-label={`Sudah ditunjukkan: ${label}`}
        description={hint ?? 'Dilihat lalu dikembalikan. Jangan difoto dan jangan disimpan.'}
        checked={isPaper}
        error={problem !== undefined}
        onChange={(event) => onPaper(event.currentTarget.checked)}
      />
      <WhichOne requirement={requirement} chosen={chosen} onChoose={onChoose} />
      {problem === undefined ? null : (
        <Text size="sm" c="#a61e1e" role="alert">
          {problem}
        </Text>
      )}
    </fieldset>
  );
}

export function Paper({ requirement, isPaper, problem, scans, onPaper, chosen, onChoose }: Props) {
  const { id, label, hint, required } = requirement;
  const [over, setOver] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const shown = scans.shown.filter((one) => one.requirement === id);
  const sending = scans.sending.filter((one) => one.requirement === id);
  const { send } = scans;

  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const pasted = [...(event.clipboardData?.files ?? [])];
      if (pasted.length === 0 || !group.current?.contains(document.activeElement)) return;
      event.preventDefault();
      send(id, pasted);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  }, [id, send]);

  const onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    <fieldset
      ref={group}
      className="paper"
      data-at={`requirement.${id}`}
      data-over={over}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        send(id, [...event.dataTransfer.files]);
      }}
    >
      <legend>{required ? label : `${label} (boleh tidak ada)`}</legend>
      <div className="paper-ways">
        <Checkbox
          label="Kertas diterima"
          aria-label={`Kertas diterima: ${label}`}
          checked={isPaper}
          error={problem !== undefined}
          onChange={(event) => onPaper(event.currentTarget.checked)}
        />
        <Button
          variant="default"
          leftSection={<IconUpload size={16} stroke={1.6} aria-hidden />}
          aria-label={`Kirim pindaian: ${label}`}
          onClick={() => files.current?.click()}
        >
          Kirim pindaian
        </Button>
        <input
          ref={files}
          type="file"
          accept={TAKEN}
          multiple
          hidden
          aria-label={`Pindaian: ${label}`}
          onChange={({ currentTarget }) => {
            send(id, [...(currentTarget.files ?? [])]);
            currentTarget.value = '';
          }}
        />
      </div>
      <WhichOne requirement={requirement} chosen={chosen} onChoose={onChoose} />
      {hint === undefined ? null : (
        <Text size="xs" c="dark.6">
          {hint} Pindaian dapat juga diseret ke sini atau ditempel dengan Ctrl+V.
        </Text>
      )}
      <ul className="plain-list" aria-label={`Pindaian ${label}`}>
        {sending.map(({ key, name, share, problem: why }) => (
          <li key={key} className="paper-scan">
            <span>
              {name}: <span role="status">{why ?? 'sedang dikirim…'}</span>
            </span>
            {why === undefined ? (
              <Progress value={share * 100} size="sm" aria-label={`Terkirim dari ${name}`} />
            ) : (
              <span className="paper-tools">
                <Button
                  variant="default"
                  size="compact-xs"
                  className="in-line"
                  onClick={() => scans.again(key)}
                >
                  Kirim lagi
                </Button>
                <Button
                  variant="default"
                  size="compact-xs"
                  className="in-line"
                  onClick={() => scans.forget(key)}
                >
                  Keluarkan
                </Button>
              </span>
            )}
          </li>
        ))}
        {shown.map(({ id: document, state, problem: why }, at) => (
          <li key={document} className="paper-scan" data-standing={state}>
            <span>
              Pindaian {shown.length - at}: <span role="status">{standing[state]}</span>
              {why === undefined ? '' : `. ${why}`}
            </span>
            <Button
              variant="default"
              size="compact-xs"
              className="in-line"
              aria-label={`Keluarkan pindaian ${label}`}
              onClick={() => void scans.drop(document)}
            >
              Keluarkan
            </Button>
          </li>
        ))}
      </ul>
      {problem === undefined ? null : (
        <Text size="sm" c="#a61e1e" role="alert">
          {problem}
        </Text>
      )}
    </fieldset>
  );
}
