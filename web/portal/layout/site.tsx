// What every page knows of the local government it belongs to.

export interface AgencyContact {
  readonly name: string;
  readonly address: string;
  readonly phone?: string;
  readonly email?: string;
}

export interface Site {
  /** "Kota Probolinggo". */
  readonly name: string;
  /** "Pemerintah Kota Probolinggo". */
  readonly governmentName: string;
  /** Nothing done on these pages is real; every one of them says so. */
  readonly practice: boolean;
  readonly agencies: readonly AgencyContact[];
  /** Paths under `/aset/`, each with the hash of its content. */
  readonly assets: { readonly style: string; readonly script: string; readonly crest: string };
}
