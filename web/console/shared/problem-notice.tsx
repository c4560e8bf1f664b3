// What could not be done, why, and what to do now; announced to screen readers.
import { Button, Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import { ApiProblem } from './api.ts';
import { useArrival } from './arrival.ts';

const words = (error: unknown): { title: string; detail: string; reference?: string | undefined } =>
  error instanceof ApiProblem
    ? { title: error.problem.title, detail: error.problem.detail, reference: error.problem.reference }
    : {
        title: 'Ada bagian yang belum dapat ditampilkan',
        detail:
          'Isian Anda masih ada. Muat ulang halaman ini; bila tetap terjadi, hubungi pengelola layanan.',
      };

interface Props {
  readonly error: unknown;
  readonly retry?: (() => void) | undefined;
  /** Take the focus: for what somebody just asked for, not for what happened on its own. */
  readonly arrive?: boolean;
}

export function ProblemNotice({ error, retry, arrive = false }: Props) {
  const notice = useArrival<HTMLDivElement>(arrive ? error : undefined);
  if (error === null || error === undefined) return null;
  const { title, detail, reference } = words(error);
  return (
    <div role="alert" className="problem" tabIndex={-1} ref={notice}>
      <IconAlertCircle size={20} stroke={1.6} aria-hidden />
      <div>
        <Text size="sm" fw={600}>
          {title}
        </Text>
        <Text size="sm">{detail}</Text>
        {reference === undefined ? null : (
          <Text size="xs" c="dark.6" mt={4}>
            Kode bantuan: <span translate="no">{reference}</span>
          </Text>
        )}
        {retry === undefined ? null : (
          <Button mt="xs" variant="default" onClick={retry}>
            Coba lagi
          </Button>
        )}
      </div>
    </div>
  );
}
