import { LitElement, css, html, type TemplateResult } from 'lit';

/**
 * Says once what holds for all widgets inside it, for a page with several, or with several cities. Each setting counts where the widget itself does not
 * say another. It has no looks of its own.
 *
 * ```html
 * <citydesk-city endpoint="https://311.example.gov/open311/v2/" phone="269-555-0142">
 *   <citydesk-request-form></citydesk-request-form>
 *   <citydesk-status-tracker></citydesk-status-tracker>
 * </citydesk-city>
 * ```
 *
 * @tag citydesk-city
 * @slot - the widgets, and whatever else of the page
 * @attr {string} config - URL of the city file
 * @attr {string} endpoint - base URL of the Open311 endpoint or relay
 * @attr {string} jurisdiction-id - only where the endpoint serves several
 * @attr {string} locale - BCP 47; overrides the language found from the page
 * @attr {string} phone - the human route, shown on every step
 * @attr {string} service-code - the form starts at this service
 * @attr {'optional'|'required'|'none'} contact - whether the city wants to know who reports
 * @attr {string} tracker-url - page with the status tracker
 * @attr {'device'|'none'} storage - `none` on shared computers: nothing is kept on the device
 * @attr {string} request-id - the report that the tracker shows
 * @attr {string} faq - URL of the answers
 * @attr {string} geocoder - URL of the address search
 * @attr {'photon'|'arcgis'|'addresses'} geocoder-kind - what kind of address search that is
 * @attr {string} map-style - URL of the map's style
 * @attr {string} center - where the map opens: `lat,long`
 * @attr {'web'|'phone'|'kiosk'|'qr'} channel - how residents come to these widgets, for the counts of the city; `web` by default
 * @attr {boolean} practice - everything works, nothing is sent or kept, and every screen says so
 */
export class CitydeskCity extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'citydesk-city': CitydeskCity;
  }
}
