// Evidence the worker brings to a step: taken, chosen, dropped, pasted or drawn; what arrived stands below it.
import { Button, Text } from '@mantine/core';
import { IconCamera, IconPencil, IconUpload } from '@tabler/icons-react';
import { type ChangeEvent, type DragEvent, lazy, Suspense, useId, useRef, useState } from 'react';
import { EvidenceItem } from './evidence-item.tsx';
import type { EvidenceState } from './evidence-rules.ts';
import type { Uploads } from './use-uploads.ts';

const Signature = lazy(async () => {
  const { Signature: default_ } = await import('./signature.tsx');
  return { default: default_ };
});

interface Props {
  readonly caseId: string;
  readonly evidence: EvidenceState;
  readonly uploads: Uploads;
  readonly problem: string | undefined;
  readonly onDrop: (document: string) => void;
}

const TAKEN = 'image/jpeg,image/png,application/pdf';
const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;

/** The standard says it in its own words; nothing else is drawn by hand. */
const isSignature = (label: string): boolean => /tanda tangan|paraf/i.test(label);

const standingOf = (state: EvidenceState['documents'][number]['state']) =>
  state === 'accepted' || state === 'rejected' ? state : 'checking';

export function Evidence({ caseId, evidence, uploads, problem, onDrop }: Props) {
  const { id, label, hint, required, documents } = evidence;
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [drawing, setDrawing] = useState(false);
  const title = useId();
  const own = uploads.all.filter(({ requirement }) => requirement === id);
  const arrived = documents.filter(
    (one) => one.state !== 'expected' || own.some(({ document }) => document === one.id),
  );
  const known = new Set(arrived.map((one) => one.id));
  const underWay = own.filter(({ document }) => document === undefined || !known.has(document));

  const take = (chosen: FileList | null): void => uploads.send(id, [...(chosen ?? [])]);
  const onChosen = ({ currentTarget }: ChangeEvent<HTMLInputElement>): void => {
    take(currentTarget.files);
    currentTarget.value = '';
  };
  const onDragOver = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be dropped on in every browser
    <div
      role="group"
      aria-labelledby={title}
      className="evidence"
      data-at={`evidence.${id}`}
      data-evidence={id}
      data-over={over}
      onDragOver={onDragOver}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Text size="sm" fw={600} id={title}>
        {required ? label : `${label} (boleh dikosongkan)`}
      </Text>
      {hint === undefined ? null : (
        <Text size="xs" c="dark.6">
          {hint}
        </Text>
      )}
      <div className="evidence-ways">
        <Button
          variant="default"
          className="takes-photo"
          leftSection={<IconCamera {...icon} />}
          onClick={() => camera.current?.click()}
        >
          Ambil foto
        </Button>
        <Button
          variant="default"
          leftSection={<IconUpload {...icon} />}
          onClick={() => files.current?.click()}
        >
          Pilih berkas
        </Button>
        {isSignature(label) ? (
          <Button
            variant="default"
            leftSection={<IconPencil {...icon} />}
            onClick={() => setDrawing(!drawing)}
          >
            Gambar tanda tangan
          </Button>
        ) : null}
        <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={onChosen} />
        <input ref={files} type="file" accept={TAKEN} multiple hidden onChange={onChosen} />
      </div>
      <Text size="xs" c="dark.6" className="evidence-tip">
        Bisa juga diseret ke sini atau ditempel dengan Ctrl+V.
      </Text>
      {drawing ? (
        <Suspense fallback={<Text size="sm">Membuka…</Text>}>
          <Signature
            onDone={(drawn) => {
              setDrawing(false);
              uploads.send(id, [drawn]);
            }}
            onClose={() => setDrawing(false)}
          />
        </Suspense>
      ) : null}
      {arrived.length + underWay.length === 0 ? null : (
        <ul className="evidence-list" aria-label={`Bukti: ${label}`}>
          {arrived.map((one, at) => {
            const sent = own.find(({ document }) => document === one.id);
            return (
              <EvidenceItem
                key={one.id}
                name={`${label} ${at + 1}`}
                picture={sent?.picture}
                standing={standingOf(one.state)}
                problem={one.problem}
                opens={{ caseId, documentId: one.id }}
                onRemove={() => onDrop(one.id)}
              />
            );
          })}
          {underWay.map(({ key, name, picture, share, document, problem: why }) => (
            <EvidenceItem
              key={key}
              name={name}
              picture={picture}
              standing={why !== undefined ? 'rejected' : document === undefined ? 'sending' : 'checking'}
              share={share}
              problem={why}
              onAgain={why === undefined ? undefined : () => uploads.again(key)}
              onRemove={() => uploads.forget(key)}
            />
          ))}
        </ul>
      )}
      {problem === undefined ? null : (
        <Text size="xs" c="#a61e1e" role="alert">
          {problem}
        </Text>
      )}
    </div>
  );
}
