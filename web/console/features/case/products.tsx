// The cards and letters of a case: number, state, days; printing them, and what may be done to them.
import type { CaseView } from '@layan/contract/staff/case';
import { Text, Title } from '@mantine/core';
import { productStates } from '../../shared/product-state.ts';
import { Tag } from '../../shared/tag.tsx';
import { LetterOfProduct } from './letter/letter-of-product.tsx';
import { PrintCard } from './print-card.tsx';
import { ProductChanges } from './product-changes.tsx';
import type { CommandEnds } from './use-command.ts';

interface Props {
  readonly view: CaseView;
  readonly on: CommandEnds;
}

export function Products({ view, on }: Props) {
  if (view.products.length === 0) return null;
  // The newest copy is the one people come with.
  const products = [...view.products].reverse();
  return (
    <section aria-labelledby="produk" className="panel products">
      <Title order={2} size="h5" id="produk">
        Kartu dan surat
      </Title>
      <ul className="plain-list">
        {products.map((product) => {
          const { label, tone } = productStates[product.state];
          return (
            <li key={product.id} className="product">
              <Text fw={600}>
                {product.label}
                {product.number === undefined ? '' : ' nomor '}
                <span translate="no">{product.number}</span> <Tag tone={tone}>{label}</Tag>
              </Text>
              <Text size="sm" c="dark.6">
                {product.state === 'frozen' ? 'Disiapkan' : 'Terbit'} {product.issued}
                {product.changed === product.issued ? '' : ` · keadaan terakhir sejak ${product.changed}`}
                {product.validUntil === undefined ? '' : ` · berlaku sampai ${product.validUntil}`}
                {product.replaces === undefined ? '' : ` · pengganti nomor ${product.replaces}`}
              </Text>
              {product.objectionUntil === undefined ? null : (
                <Text size="sm">Pemegang dapat mengajukan keberatan sampai {product.objectionUntil}.</Text>
              )}
              <PrintCard product={product} />
              <LetterOfProduct view={view} product={product.id} />
              <ProductChanges view={view} product={product} on={on} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
