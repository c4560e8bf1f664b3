// A number people read out, write down or type over: never translated, easy to select, and never broken but after a slash, as
// the long numbers of letters are.

export const Identifier = ({ text, id }: { text: string; id?: string }) => {
  const [first = '', ...rest] = text.split('/');
  return (
    <span
      class={rest.length === 0 ? 'identifier' : 'identifier in-parts'}
      translate="no"
      {...(id === undefined ? {} : { id })}
    >
      {first}
      {rest.map((part) => (
        <>
          /<wbr />
          {part}
        </>
      ))}
    </span>
  );
};
