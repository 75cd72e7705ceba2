/** The layers of known things that a city file names: `assets`. */
import { tellEditor } from '../../faq/tell-editor.ts';

export interface Layer {
  /** Codes of the services that are about such things. */
  readonly services: readonly string[];
  /** Of a GeoJSON file of points; may be relative to the page. */
  readonly url: string;
  /** Code of the question that their id answers. */
  readonly attribute: string;
  /** What one is called: "street light". */
  readonly name: string;
  /** The property that has the id. Default `id`. */
  readonly id?: string | undefined;
  /** The property that says which one it is, or where. */
  readonly label?: string | undefined;
}

/** Those that can be used; what is wrong with the others is told to the web editor. */
export function layersIn(assets: unknown): readonly Layer[] {
  const layers: readonly unknown[] = Array.isArray(assets) ? assets : [assets];
  return layers.filter((one, at): one is Layer => {
    const {
      services,
      url,
      attribute,
      name,
      id = '',
      label = '',
    } = (one ?? {}) as Partial<Record<keyof Layer, unknown>>;
    const texts = [url, attribute, name, id, label].every((text) => typeof text === 'string');
    const is = texts && Array.isArray(services) && services.every((code) => typeof code === 'string');
    if (!is) {
      const example =
        '{ "services": ["street_light"], "url": "/lights.geojson", "attribute": "pole", "name": "street light" }';
      tellEditor('the city file', [`"assets": layer ${at + 1} is left out. Write it like ${example}.`]);
    }
    return is;
  });
}
