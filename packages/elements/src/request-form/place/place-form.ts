/** What the map and the list of known things need of the form. */
import type { Place, Point } from '@citydesk/core/request';
import type { Messages } from '../../messages/messages.ts';
import type { BesideForm } from '../beside.ts';
import type { AssetList } from './asset-list.ts';

export interface PlaceForm extends BesideForm {
  readonly placeWords: () => Messages;
  readonly place: () => Place;
  readonly set: (place: Place) => void;
  /** `undefined` where there is none, or it takes too long. Never rejects. */
  readonly addressAt: (point: Point) => Promise<string | undefined>;
  /** The known things to choose from, once they are here. */
  readonly known: () => AssetList | null | undefined;
}
