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
  readonly agencies: readonly AgencyContact[];
  /** Paths under `/aset/`, each with the hash of its content. */
  readonly assets: { readonly style: string; readonly script: string; readonly crest: string };
}
