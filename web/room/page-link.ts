let link = location.href

/** The link under which this page opens in any browser: the address itself, but for a page in a messenger's frame. */
export const pageLink = (): string => link

export function setPageLink(url: string): void {
  link = url
}
