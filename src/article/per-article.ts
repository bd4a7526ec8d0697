import type { Article } from './article.ts';

/** What `make` gives for an article, made once for each and kept as long as the article is. */
export function perArticle<Value>(make: (article: Article) => Value): (article: Article) => Value {
  const made = new WeakMap<Article, { readonly value: Value }>();
  return (article) => {
    const known = made.get(article);
    if (known !== undefined) return known.value;
    const value = make(article);
    made.set(article, { value });
    return value;
  };
}
