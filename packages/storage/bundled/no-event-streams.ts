// Stands in for the SDK's event streams when a function is bundled (infra/constructs/bundle.ts): no operation we call
// answers with one, and they weigh 20 KB.
export class EventStreamSerde {
  constructor() {
    throw new Error('This bundle carries no event streams.');
  }
}

export const eventStreamSerdeProvider = (): never => {
  throw new Error('This bundle carries no event streams.');
};

/** The S3 client prepares for them when it is made. */
export const resolveEventStreamSerdeConfig = <T>(config: T): T => config;
