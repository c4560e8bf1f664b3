// Prints a card: card size, or a sheet for an ordinary printer. Every print is counted and says which copy it is.
import { printApi } from '@layan/contract/print-api';
import type { ProductView } from '@layan/contract/staff/case';
import { Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

const layouts = [
  { layout: 'card', label: 'Cetak kartu' },
  { layout: 'a4', label: 'Lembar A4' },
  { layout: 'f4', label: 'Lembar F4' },
] as const;

type Layout = (typeof layouts)[number]['layout'];

/** What is not in force is not printed any more. */
const printable = ['provisional', 'active', 'suspended'];

export function PrintCard({ product: { id, kind, state } }: { product: ProductView }) {
  const api = useApi();
  const print = useMutation({
    mutationFn: async ({ layout, tab }: { layout: Layout; tab: Window | null }) => {
      const printed = await api.call(printApi.printCard, { params: { productId: id }, body: { layout } });
      tab?.location.replace(printed.url);
      return { ...printed, opened: tab !== null };
    },
    onError: (_error, { tab }) => tab?.close(),
  });
  if (kind !== 'card' || !printable.includes(state)) return null;
  const { data } = print;
  return (
    <div className="print-card">
      <div className="scan-tools">
        {layouts.map(({ layout, label }) => (
          <Button
            key={layout}
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.6} aria-hidden />}
            loading={print.isPending && print.variables.layout === layout}
            onClick={() => {
              // The tab must open within the click; its address comes a moment later.
              const tab = window.open('', '_blank');
              if (tab !== null) tab.opener = null;
              print.mutate({ layout, tab });
            }}
          >
            {label}
          </Button>
        ))}
      </div>
      <div role="status">
        {data === undefined ? null : (
          <Text size="sm">
            {data.kind === 'original' ? 'Cetakan pertama' : `Salinan, cetakan ke-${data.copy}`}
            {data.opened ? ' terbuka di tab baru.' : ': '}
            {data.opened ? null : (
              <a href={data.url} target="_blank" rel="noreferrer">
                buka PDF
              </a>
            )}
          </Text>
        )}
      </div>
      <ProblemNotice error={print.error} arrive />
    </div>
  );
}
