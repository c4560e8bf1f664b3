// What could not be done, why, and what to do now; announced to screen readers.
import { Alert, Button, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { ApiProblem } from './api.ts';

const words = (error: unknown): { title: string; detail: string; reference?: string | undefined } =>
  error instanceof ApiProblem
    ? { title: error.problem.title, detail: error.problem.detail, reference: error.problem.reference }
    : {
        title: 'Ada bagian yang belum dapat ditampilkan',
        detail:
          'Isian Anda masih ada. Muat ulang halaman ini; bila tetap terjadi, hubungi pengelola layanan.',
      };

export function ProblemNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  if (error === null || error === undefined) return null;
  const { title, detail, reference } = words(error);
  return (
    <Alert
      role="alert"
      color="red.9"
      variant="light"
      icon={<IconInfoCircle aria-hidden />}
      title={title}
      my="sm"
    >
      <Text size="sm" c="dark.8">
        {detail}
      </Text>
      {reference === undefined ? null : (
        <Text size="xs" c="dark.6" mt={4}>
          Kode bantuan: {reference}
        </Text>
      )}
      {retry === undefined ? null : (
        <Button mt="xs" size="compact-sm" variant="default" onClick={retry}>
          Coba lagi
        </Button>
      )}
    </Alert>
  );
}
