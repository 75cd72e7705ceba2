/** A resident for tests: a visitor who fills in the request form. */
import type { CitydeskRequestForm } from '../src/request-form/request-form.ts';
import '../src/request-form/define.ts';
import { nameOf } from './reading.ts';
import { placed, Visitor, type Page } from './visitor.ts';

/** The page around the form. */
export interface Surroundings extends Page {
  /** Set before the form is on the page. */
  readonly prefill?: CitydeskRequestForm['prefill'];
}

export class Resident extends Visitor<CitydeskRequestForm> {
  /** Opens a form with these attributes, as the page would write them. */
  static async opens(
    attributes: Readonly<Record<string, string>>,
    { prefill, ...page }: Surroundings = {},
  ): Promise<Resident> {
    const form = await placed('citydesk-request-form', attributes, page, (one) => {
      if (prefill) one.prefill = prefill;
    });
    const resident = new Resident(form);
    await resident.until('the first screen', () => resident.heading !== '');
    return resident;
  }

  get form(): CitydeskRequestForm {
    return this.widget;
  }

  /** The entries of the error summary. */
  get problems(): readonly string[] {
    return [...this.root.querySelectorAll('#problems li')].map(nameOf);
  }

  /** Waits for the screen with this heading. */
  async arrivesAt(heading: string): Promise<void> {
    const waiting = 'The next part is on its way.';
    await this.until(`the screen “${heading}”`, () => this.heading === heading && !this.text.includes(waiting));
    await this.form.updateComplete;
  }

  /** Files everything up to the last step, for a service of Three Rivers that asks nothing. */
  async reportsGraffiti(): Promise<void> {
    await this.types('Say it in your own words', 'graffiti');
    await this.presses(/^Graffiti/);
    await this.saysWhere('318 Hoffman St');
    await this.arrivesAt('Check and send');
  }

  async saysWhere(place: string, more = ''): Promise<void> {
    await this.arrivesAt('Show us where it is');
    await this.types('Address or place', place);
    if (more) await this.types('Tell us more (optional)', more);
    await this.presses('Continue');
  }

  /** The number on the receipt. */
  async getsReceipt(): Promise<string> {
    await this.arrivesAt('The city has your report');
    return nameOf(this.root.querySelector('.number') ?? this.root.querySelector('.title')!);
  }
}
