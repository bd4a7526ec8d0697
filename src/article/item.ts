/** The kinds of work, in CSL's terms (docs.citationstyles.org, appendix "Types"), that we cite. */
export type ItemType =
  | 'article-newspaper'
  | 'article-magazine'
  | 'article-journal'
  | 'post-weblog'
  | 'webpage'
  | 'report'
  | 'speech'
  | 'chapter'
  | 'book';

/**
 * A person, cut as CSL cuts names. A non-dropping particle belongs to the family name wherever it
 * stands alone (`de` in de Gaulle); a dropping one does not (`von` in Alexander von Humboldt).
 */
export interface PersonalName {
  readonly family: string;
  readonly given?: string | undefined;
  readonly 'non-dropping-particle'?: string | undefined;
  readonly 'dropping-particle'?: string | undefined;
  readonly suffix?: string | undefined;
}

/** An institution, or a name that is to be left as it is. */
interface LiteralName {
  readonly literal: string;
}

export type Name = PersonalName | LiteralName;

/** What is known about a published work, in CSL's terms. What is not known is left out or undefined. */
export interface Item {
  readonly id: string;
  readonly type: ItemType;
  readonly title: string;
  readonly author?: readonly Name[] | undefined;
  readonly 'container-title'?: string | undefined;
  readonly publisher?: string | undefined;
  readonly genre?: string | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly page?: string | undefined;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, as far as it is known. */
  readonly issued?: string | undefined;
  /** When the text was read at `URL`; written likewise. */
  readonly accessed?: string | undefined;
  readonly URL?: string | undefined;
  /** Without `https://doi.org/`. */
  readonly DOI?: string | undefined;
  /** BCP 47: the language of the work, thus of its title. */
  readonly language: string;
}
