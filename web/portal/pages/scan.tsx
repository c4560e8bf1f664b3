// One requirement: send its scan straight to storage with an ordinary form, or see how it stands.
import { Document } from '../layout/document.tsx';
import type { Site } from '../layout/site.tsx';
import { type FormGuard, FormToken } from '../parts/form-token.tsx';
import { Notice } from '../parts/notice.tsx';
import { ScanForm, type UploadFields } from '../parts/scan-form.tsx';
import { BackLink, LeaveNote } from '../parts/way.tsx';

export interface ScanProps {
  readonly site: Site;
  readonly service: string;
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly progress?: string;
  readonly back: string;
  readonly next: string;
  readonly accepted: boolean;
  /** Why the last scan could not be used, with what to do now. */
  readonly problem?: string;
  /** Which of several things is sent for this. */
  readonly choice?: {
    readonly action: string;
    readonly guard: FormGuard;
    readonly options: readonly { readonly id: string; readonly label: string }[];
    readonly chosen: string | undefined;
  };
  /** Only the choice is shown. */
  readonly choosing?: boolean;
  /** The form to send with; absent when the accepted scan is only shown. */
  readonly upload?: UploadFields;
  /** Way to send one more, e.g. the back of a card. */
  readonly more?: string;
  /** Takes out what was sent, to send it anew. */
  readonly drop?: { readonly action: string; readonly guard: FormGuard };
  readonly canLeave: boolean;
}

export const ScanPage = (props: ScanProps) => (
  <Document
    site={props.site}
    title={`${props.label} – ${props.service}`}
    current="services"
    personal
    needsFixing={props.problem !== undefined}
  >
    <BackLink path={props.back} />
    {props.problem === undefined ? null : (
      <div class="problems" role="alert" tabindex={-1} autofocus aria-labelledby="perbaikan">
        <h2 id="perbaikan">Foto belum bisa dipakai</h2>
        <p>{props.problem}</p>
      </div>
    )}
    {props.progress === undefined ? null : <p class="caption">{props.progress}</p>}
    <h1>{props.label}</h1>
    {props.hint === undefined ? null : <p>{props.hint}</p>}
    {props.choice === undefined ? null : (
      <WhichOne choice={props.choice} choosing={props.choosing === true} />
    )}
    {props.accepted ? (
      <Notice tone="good" title="✓ Sudah kami terima" live>
        <p>Foto terbaca dan tersimpan.</p>
      </Notice>
    ) : null}
    {props.accepted && !props.upload ? (
      <p>
        <a class="button" href={props.next}>
          Lanjutkan
        </a>
      </p>
    ) : null}
    {props.upload ? <ScanForm upload={props.upload} label={props.label} /> : null}
    {props.more === undefined ? null : (
      <p>
        <a class="tap" href={props.more}>
          Tambah foto, misalnya sisi belakang
        </a>
      </p>
    )}
    {props.drop ? (
      <form method="post" action={props.drop.action} data-once>
        <FormToken guard={props.drop.guard} />
        <button type="submit" class="link">
          Hapus dan kirim foto lain
        </button>
      </form>
    ) : null}
    {props.accepted || props.required ? null : (
      <p>
        <a class="tap" href={props.next}>
          Lanjutkan tanpa foto ini
        </a>
      </p>
    )}
    {props.canLeave ? <LeaveNote /> : null}
  </Document>
);

const WhichOne = ({
  choice: { action, guard, options, chosen },
  choosing,
}: {
  choice: NonNullable<ScanProps['choice']>;
  choosing: boolean;
}) => {
  const label = options.find(({ id }) => id === chosen)?.label;
  return choosing || label === undefined ? (
    <form method="post" action={action} data-once>
      <FormToken guard={guard} />
      <input type="hidden" name="_pilih" value="ya" />
      <fieldset class="field">
        <legend>Pilih salah satu yang akan Anda kirim</legend>
        {options.map(({ id, label: text }) => (
          <div class="choice">
            <input
              type="radio"
              id={`pilihan-${id}`}
              name="pilihan"
              value={id}
              checked={id === chosen}
              required
            />
            <label for={`pilihan-${id}`}>{text}</label>
          </div>
        ))}
      </fieldset>
      <button type="submit">Lanjutkan</button>
    </form>
  ) : (
    <p>
      Yang dikirim: <strong>{label}</strong>.{' '}
      <a class="tap" href={`${action}?pilih=ya`}>
        Pilih yang lain
      </a>
    </p>
  );
};
