// What streams and queues may make of messages that were sent once each, in order.

export interface Delivery<Message> {
  readonly name: string;
  /** Batches as they arrive. */
  readonly batches: readonly (readonly Message[])[];
}

export const deliveriesOf = <Message>(sent: readonly Message[]): readonly Delivery<Message>[] => {
  const [first, ...rest] = sent;
  const one = first === undefined ? [] : [first];
  return [
    { name: 'each twice in a batch', batches: [sent.flatMap((message) => [message, message])] },
    { name: 'out of order', batches: [sent.toReversed()] },
    { name: 'again after it was taken', batches: [sent, sent] },
    { name: 'the first lost, and brought behind the others', batches: [rest, one] },
    {
      name: 'one by one, each again behind the next',
      batches: [...sent, ...sent].map((message) => [message]),
    },
  ];
};
