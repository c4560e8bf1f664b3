// The same without a tenant: unknown address, or a portal that is closed for now.
import { PlainDocument } from '../layout/plain-document.tsx';

export const PlainMessagePage = ({
  title,
  sentences,
  reference,
}: {
  title: string;
  sentences: readonly string[];
  reference?: string;
}) => (
  <PlainDocument title={title}>
    <h1>{title}</h1>
    {sentences.map((sentence) => (
      <p>{sentence}</p>
    ))}
    {reference === undefined ? null : <p>Kode rujukan: {reference}</p>}
  </PlainDocument>
);
