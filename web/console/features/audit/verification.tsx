// The check that somebody starts here: how far it is, and what it found.
import { Button, Group, Progress, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from 'wouter';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { type Verification as Found, useVerification } from './use-verification.ts';

const counted = ({ seals, cases, entries }: Found): string =>
  `${seals} segel, ${cases} keadaan berkas, ${entries} catatan`;

const said = (found: Found): string => {
  switch (found.state) {
    case 'running':
      return `Memeriksa … ${counted(found)}.`;
    case 'stopped':
      return `Pemeriksaan dihentikan setelah ${counted(found)}.`;
    case 'failed':
      return `Pemeriksaan terhenti setelah ${counted(found)}.`;
    case 'done':
      return found.findings.length === 0
        ? `Jejak audit utuh: ${counted(found)}.`
        : `Ada ${found.findings.length} temuan. Diperiksa: ${counted(found)}.`;
  }
};

export function Verification({ last }: { last: number | undefined }) {
  const { verification, start, stop } = useVerification();
  const running = verification?.state === 'running';
  return (
    <section className="panel" aria-labelledby="audit-check">
      <Title order={2} size="h5" id="audit-check">
        Pemeriksaan
      </Title>
      <Text mt="xs" maw="65ch">
        Setiap segel dibandingkan dengan isi berkas dan catatan sekarang. Perubahan, penghapusan, dan
        penyisipan akan terlihat.
      </Text>
      <Group mt="sm">
        <Button loading={running} onClick={() => void start()}>
          Periksa semua segel
        </Button>
        {running ? (
          <Button variant="default" onClick={stop}>
            Hentikan
          </Button>
        ) : null}
      </Group>
      {running && last !== undefined && last > 0 ? (
        <Progress
          mt="sm"
          value={Math.min(100, (100 * verification.seals) / last)}
          aria-label="Segel yang sudah diperiksa"
        />
      ) : null}
      <div role="status">
        {verification === undefined ? null : (
          <p className={verification.findings.length > 0 ? 'audit-found' : 'audit-said'}>
            {verification.state === 'done' && verification.findings.length === 0 ? (
              <IconCircleCheck size={18} stroke={1.6} aria-hidden />
            ) : null}
            {verification.findings.length > 0 ? (
              <IconAlertTriangle size={18} stroke={1.6} aria-hidden />
            ) : null}
            <span>{said(verification)}</span>
          </p>
        )}
      </div>
      <ProblemNotice error={verification?.error} />
      <ul className="plain-list audit-findings">
        {(verification?.findings ?? []).map(({ key, words, caseId }) => (
          <li key={key}>
            {words} {caseId === undefined ? null : <Link href={`/berkas/${caseId}`}>Lihat berkas</Link>}
          </li>
        ))}
      </ul>
    </section>
  );
}
