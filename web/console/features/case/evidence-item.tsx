// One piece of evidence: its picture, how it stands in words, and the way to take it out again.
import { Button, Progress, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck, IconFileText, IconLoader } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Scan } from './scan.tsx';

type Standing = 'sending' | 'checking' | 'accepted' | 'rejected';

interface Props {
  readonly name: string;
  readonly picture: string | undefined;
  readonly standing: Standing;
  readonly share?: number | undefined;
  readonly problem?: string | undefined;
  /** Where an accepted piece can be looked at when this browser has no picture of it. */
  readonly opens?: { readonly caseId: string; readonly documentId: string } | undefined;
  readonly onAgain?: (() => void) | undefined;
  readonly onRemove: () => void;
}

const icon = { size: 16, stroke: 1.6, 'aria-hidden': true } as const;

const words = {
  sending: 'Sedang dikirim…',
  checking: 'Terkirim, sedang diperiksa…',
  accepted: 'Diterima',
  rejected: 'Tidak dapat dipakai',
} as const satisfies Record<Standing, string>;

const signs = {
  sending: <IconLoader {...icon} />,
  checking: <IconLoader {...icon} />,
  accepted: <IconCircleCheck {...icon} />,
  rejected: <IconAlertCircle {...icon} />,
} as const satisfies Record<Standing, ReactNode>;

export function EvidenceItem({ name, picture, standing, share, problem, opens, onAgain, onRemove }: Props) {
  const [open, setOpen] = useState(false);
  const [broken, setBroken] = useState(false);
  return (
    <li className="evidence-item" data-standing={standing}>
      {picture === undefined || broken ? (
        <span className="evidence-blank">
          <IconFileText size={28} stroke={1.2} aria-hidden />
        </span>
      ) : (
        <img className="evidence-picture" src={picture} alt={name} onError={() => setBroken(true)} />
      )}
      <div>
        <Text size="sm">{name}</Text>
        <Text span size="xs" className="with-icon evidence-standing">
          {signs[standing]}
          <span role="status">{words[standing]}</span>
        </Text>
        {standing === 'sending' ? (
          <Progress value={(share ?? 0) * 100} size="sm" mt={4} aria-label={`Terkirim dari ${name}`} />
        ) : null}
        {problem === undefined ? null : (
          <Text size="xs" c="#a61e1e">
            {problem}
          </Text>
        )}
        <div className="evidence-item-tools">
          {(picture === undefined || broken) && standing === 'accepted' && opens !== undefined ? (
            <Button className="in-line" size="compact-xs" variant="default" onClick={() => setOpen(!open)}>
              {open ? 'Tutup' : 'Lihat'}
            </Button>
          ) : null}
          {onAgain === undefined ? null : (
            <Button className="in-line" size="compact-xs" variant="default" onClick={onAgain}>
              Kirim lagi
            </Button>
          )}
          <Button
            className="in-line"
            size="compact-xs"
            variant="default"
            aria-label={`Keluarkan ${name}`}
            onClick={onRemove}
          >
            Keluarkan
          </Button>
        </div>
      </div>
      {open && opens !== undefined ? (
        <div className="evidence-open">
          <Scan {...opens} label={name} />
        </div>
      ) : null}
    </li>
  );
}
