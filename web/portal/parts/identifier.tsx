// A number people read out, write down or type over: never translated, never broken, easy to select.

export const Identifier = ({ text, id }: { text: string; id?: string }) => (
  <span class="identifier" translate="no" {...(id === undefined ? {} : { id })}>
    {text}
  </span>
);
