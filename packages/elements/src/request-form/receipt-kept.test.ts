import { expect, waitUntil } from '@open-wc/testing';
import { freshCity, type Seed, type TestCity } from '@citydesk/sandbox/testing';
import { cityFile, toldOnConsole } from '../../test/city-file.ts';
import { anythingKept, ownDevice } from '../../test/own-device.ts';
import { Resident } from '../../test/resident.ts';
import { openDeviceStore } from '../device/store.ts';

const box = 'Keep this report on this device';
const seed: Seed = { services: [{ service_code: 'later', service_name: 'Graffiti', type: 'batch' }] };

describe('a report kept on the device', () => {
  let city: TestCity;

  ownDevice();
  beforeEach(async () => {
    city = await freshCity();
  });
  afterEach(() => city.close());

  const files = async (attributes: Readonly<Record<string, string>> = {}) => {
    const resident = await Resident.opens({ endpoint: city.endpoint, ...attributes });
    await resident.reportsGraffiti();
    await resident.presses('Send report');
    return { resident, number: await resident.getsReceipt() };
  };
  const kept = () => openDeviceStore().reports(city.endpoint);

  it('is not, unless the resident says so', async () => {
    const { resident } = await files();
    expect((await resident.field(box)).checked).to.equal(false);
    await resident.button('Yes');
    expect(await anythingKept()).to.equal(false);
    expect([localStorage.length, sessionStorage.length, document.cookie]).to.deep.equal([0, 0, '']);
  });

  it('is with its number, what it is about and where, and nothing about who sent it', async () => {
    const { resident, number } = await files();
    await resident.chooses(box);
    await resident.sees('Your report is kept on this device.');
    const [report, ...rest] = await kept();
    expect(rest).to.deep.equal([]);
    const { keptAt, ...said } = report!;
    expect(said).to.deep.equal({
      reference: number,
      isOwn: true,
      endpoint: city.endpoint,
      serviceName: 'Graffiti',
      place: '318 Hoffman St',
    });
    expect(Math.abs(keptAt.getTime() - Date.now())).to.be.lessThan(60_000);
  });

  it('is no longer when the resident takes the tick away', async () => {
    const { resident } = await files();
    await resident.chooses(box);
    await resident.sees('Your report is kept on this device.');
    await resident.chooses(box);
    expect((await resident.field(box)).checked).to.equal(false);
    await waitUntil(async () => !(await anythingKept()), 'the device is empty');
  });

  it('is what the last of many quick ticks says', async () => {
    const { resident, number } = await files();
    const field = await resident.field(box);
    for (let tick = 0; tick < 7; tick++) field.click();
    await resident.sees('Your report is kept on this device.');
    expect((await kept()).map(({ reference }) => reference)).to.deep.equal([number]);
    expect(field.checked).to.equal(true);
  });

  it('is by its token while it has no number, under the whole address of the city', async () => {
    await city.close();
    city = await freshCity({ seed });
    const { pathname } = new URL(city.endpoint);
    const resident = await Resident.opens({ endpoint: pathname });
    await resident.reportsGraffiti();
    await resident.presses('Send report');
    await resident.arrivesAt('The city has your report');
    await resident.chooses(box);
    await resident.sees('Your report is kept on this device.');
    const [row] = await city.rows();
    const [report] = await kept();
    expect([report!.reference, report!.isToken]).to.deep.equal([row!.token, true]);
  });

  it('is not asked for on shared computers, by attribute or by city file', async () => {
    for (const attributes of [
      { storage: 'none' },
      { config: cityFile({ endpoint: city.endpoint, storage: 'none' }), endpoint: '' },
    ]) {
      const { resident } = await files(attributes);
      expect(resident.names('field')).to.deep.equal([]);
      expect(resident.text).not.to.include('device');
    }
  });

  it('that the device does not keep says so, and the box is empty again', async () => {
    const { resident } = await files();
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    const told = await toldOnConsole(async () => {
      await resident.chooses(box);
      await resident.sees('This device did not keep it. Copy the link instead.');
    });
    IDBFactory.prototype.open = open;
    const field = await resident.field(box);
    expect(field.checked).to.equal(false);
    expect(told.join(' ')).not.to.include('Hoffman');
    await resident.chooses(box);
    await resident.sees('Your report is kept on this device.');
  });

  it('that the device does not let go says so, and the box is ticked', async () => {
    const { resident } = await files();
    await resident.chooses(box);
    await resident.sees('Your report is kept on this device.');
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    await toldOnConsole(async () => {
      await resident.chooses(box);
      await resident.sees('This device could not remove it. Try again.');
    });
    IDBFactory.prototype.open = open;
    expect((await resident.field(box)).checked).to.equal(true);
  });

  it('leaves the next one to be asked about anew', async () => {
    const { resident } = await files();
    await resident.chooses(box);
    await resident.sees('Your report is kept on this device.');
    await resident.presses(/^Another one of this kind/);
    await resident.saysWhere('There');
    await resident.arrivesAt('Check and send');
    await resident.presses('Send report');
    await resident.getsReceipt();
    expect((await resident.field(box)).checked).to.equal(false);
    expect((await kept()).length).to.equal(1);
  });
});
