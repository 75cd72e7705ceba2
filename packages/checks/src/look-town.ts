// The walks to the screens of the city's side: what departments, staff and residents see of a town, and the figures that a city publishes.

import type { Walks } from './look-walk.ts';
import { openState } from './states/open-state.ts';
import { serveStates } from './states/serve-states.ts';
import { openBusyTown, staff } from './town/busy-town.ts';

export const townWalks: Walks = {
  async town({ page, driver, shoot }) {
    const town = await openBusyTown();
    try {
      await page.authenticate(staff);
      for (const [name, address] of Object.entries(town.pages)) {
        await driver.open(address);
        await shoot(`town-${name.replaceAll(' ', '-')}`, 'page');
      }
    } finally {
      await town.close();
    }
  },

  async council({ page, shoot }) {
    const served = await serveStates();
    try {
      await openState(page, served.origin, 'report');
      await shoot('council-report', 'page');
    } finally {
      await served.stop();
    }
  },
};
