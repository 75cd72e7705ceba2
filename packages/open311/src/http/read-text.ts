/**
 * The text of a response, read as a stream and only up to a limit, so that no server can fill a resident's memory.
 */

/** UTF-8, a byte order mark dropped; `undefined` beyond `limit` bytes, where reading stops. */
export async function readText(response: Response, limit: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      // Its outcome is of no interest, and waiting for it could take as long as the server likes.
      reader.cancel().catch(() => undefined);
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
