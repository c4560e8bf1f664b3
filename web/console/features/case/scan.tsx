// One scan. Its link lives for a minute, so it is fetched when the scan is opened, and again for a tab of its own.
import { staffApi } from '@layan/contract/staff-api';
import { Button, Skeleton, Text } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Picture } from './picture.tsx';

interface Props {
  readonly caseId: string;
  readonly documentId: string;
  readonly label: string;
}

export function Scan({ caseId, documentId, label }: Props) {
  const api = useApi();
  const [broken, setBroken] = useState(false);
  const fetchLink = () => api.call(staffApi.openDocument, { params: { caseId, documentId } });
  const link = useQuery({
    queryKey: ['document', caseId, documentId],
    queryFn: fetchLink,
    // Every link is logged as a reading: ask for one only when somebody looks.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const apart = useMutation({
    mutationFn: async (tab: Window | null) => {
      const { url } = await fetchLink();
      if (tab !== null) tab.location.replace(url);
    },
    onError: (_error, tab) => tab?.close(),
  });
  if (link.isPending) return <Skeleton height="58vh" mt="xs" role="status" aria-label="Membuka pindaian" />;
  if (link.isError) return <ProblemNotice error={link.error} retry={() => void link.refetch()} />;
  const name = `Pindaian berkas pemohon: ${label}`;
  const elsewhere = (
    <Button
      variant="default"
      px={12}
      leftSection={<IconExternalLink size={16} stroke={1.6} aria-hidden />}
      loading={apart.isPending}
      onClick={() => {
        // The tab must open within the click; its address comes a moment later.
        const tab = window.open('', '_blank');
        if (tab !== null) tab.opener = null;
        apart.mutate(tab);
      }}
    >
      Buka di tab baru
    </Button>
  );
  if (broken) {
    return (
      <div className="scan">
        <Text size="sm" mt="xs">
          Pindaian belum dapat ditampilkan. Tautannya mungkin sudah habis waktunya.
        </Text>
        <Button
          mt="xs"
          variant="default"
          loading={link.isFetching}
          onClick={() => void link.refetch().then(() => setBroken(false))}
        >
          Muat lagi
        </Button>
      </div>
    );
  }
  return (
    <div className="scan">
      {link.data.contentType.startsWith('image/') ? (
        <Picture url={link.data.url} name={name} tools={elsewhere} onBroken={() => setBroken(true)} />
      ) : (
        <>
          <div className="scan-tools">{elsewhere}</div>
          <Text size="xs" c="dark.6" mt={4}>
            Bila PDF tidak tampil di sini, buka di tab baru.
          </Text>
          <iframe src={link.data.url} title={name} className="scan-frame" />
        </>
      )}
      <ProblemNotice error={apart.error} arrive />
    </div>
  );
}
