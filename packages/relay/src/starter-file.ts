/** What `citydesk-relay init` writes: a small American town, complete but for its names and its mail server. */

export const starterFile = `# A town without a 311 system: what residents may report, and which department gets the mail.
# Change it as you like. It counts from the next start on; reports that are there stay.

upstream: mailto # reports go to departments by mail

city: Maple Falls
zone: America/New_York # another: America/Chicago, America/Denver, America/Los_Angeles
phone: 555-555-0100 # of a person at town hall
emergency: "911"

# Where residents, staff and departments reach this relay. Needed once it is not only this computer.
# publicUrl: https://311.example.gov/

# The sites whose pages may show the form, or "*" for all.
origins: "*" # or a list: [https://www.example.gov]

# How mail goes out. A password stands in the environment variable CITYDESK_SMTP_PASSWORD, not here.
mail:
  from: 311@example.gov
  server: smtp://localhost:25 # or smtp://user@mail.example.gov:587, or smtps://

# Behind a web server of yours that signs staff in: the header it sets. Else use CITYDESK_STAFF_PASSWORD.
# trustProxy: 1
# staffHeader: X-Remote-User

alerts: true # residents may ask for a mail when something changes
counts: true # daily counts of how the form is used: no names, no addresses
publicReport: true # anybody may see the figures; they hold no names

linkDays: 60 # the links in a department's mail work so long
contactDays: 90 # so long after closing it is forgotten who sent a report

# What one contact costs the town, for the council report. Put in your own figures.
# costs: { currency: USD, call: 5.50, online: 0.40 }

departments:
  streets: { name: Streets, mail: streets@example.gov }
  parks: { name: Parks and Trees, mail: parks@example.gov }
  trash: { name: Trash and Recycling, mail: trash@example.gov }
  water: { name: Water and Sewer, mail: water@example.gov }
  code: { name: Code Enforcement, mail: code@example.gov }

# expectedDays: usual working days until it is done. private: nobody but staff and the sender can see it.
# kind of a question: text, long-text, number, day, one-of, some-of (both with choices), notice (asks nothing).
services:
  - code: pothole
    name: Pothole
    description: A hole or a deep crack in the road.
    keywords: [hole, road, street, pavement, crack]
    group: Streets
    department: streets
    expectedDays: 5
    notice: A crew looks at it first. Deep holes on busy roads come before others.
    questions:
      - code: lane
        ask: Where in the road is it?
        kind: one-of
        required: true
        choices: [In the middle, At the edge, In a bike lane, In a crosswalk]
      - code: size
        ask: How big is it?
        kind: one-of
        choices: [Like a plate, Like a trash can lid, Bigger]

  - code: street-light
    name: Street light out
    description: A light that is dark, blinks, or burns all day.
    keywords: [lamp, dark, pole, lantern]
    group: Streets
    department: streets
    expectedDays: 7
    questions:
      - code: problem
        ask: What does it do?
        kind: one-of
        required: true
        choices: [It stays dark, It blinks, It burns all day, The pole is damaged]
      - code: pole
        ask: What is the number on the pole?
        hint: It stands on a small sign, at the height of your eyes.

  - code: sign
    name: Street sign
    description: A sign that is missing, bent or hidden.
    keywords: [stop sign, traffic sign, name]
    group: Streets
    department: streets
    expectedDays: 5
    questions:
      - code: stop
        ask: If a stop sign is down, call us now. Do not wait for this form.
        kind: notice

  - code: tree
    name: Fallen tree or limb
    description: A tree or a limb that is down, or about to fall.
    keywords: [branch, trunk, storm]
    group: Parks and trees
    department: parks
    expectedDays: 3
    questions:
      - code: blocks
        ask: What does it block?
        kind: some-of
        choices: [The road, The sidewalk, A driveway, Nothing]
      - code: wires
        ask: Stay away from wires, and call 911.
        kind: notice

  - code: playground
    name: Playground or park
    description: Something broken or unsafe in a park.
    keywords: [swing, slide, bench, grass, mowing]
    group: Parks and trees
    department: parks
    expectedDays: 10

  - code: missed-trash
    name: Missed trash or recycling
    description: Your cart was out on time and is still full.
    keywords: [garbage, rubbish, bin, cart, pickup, collection]
    group: Trash and recycling
    department: trash
    expectedDays: 1
    questions:
      - code: what
        ask: What was not picked up?
        kind: some-of
        required: true
        choices: [Trash, Recycling, Yard waste]
      - code: out
        ask: On which day was it out?
        kind: day
        required: true

  - code: dumping
    name: Dumped trash
    description: Trash, tires or furniture left where it does not belong.
    keywords: [illegal dumping, litter, mattress, tires]
    group: Trash and recycling
    department: trash
    expectedDays: 5

  - code: water-leak
    name: Water leak
    description: Water that runs where it should not.
    keywords: [hydrant, pipe, main, flood]
    group: Water and sewer
    department: water
    expectedDays: 1
    questions:
      - code: since
        ask: Since which day does it run?
        kind: day

  - code: storm-drain
    name: Blocked storm drain
    description: A drain that is full of leaves or does not take the rain.
    keywords: [sewer, grate, gutter, puddle]
    group: Water and sewer
    department: water
    expectedDays: 5

  - code: graffiti
    name: Graffiti
    keywords: [paint, tag, wall]
    group: Neighborhood
    department: code
    expectedDays: 10

  - code: abandoned-car
    name: Abandoned car
    description: A car that has not moved for a week or more.
    keywords: [vehicle, parked, junk]
    group: Neighborhood
    department: code
    expectedDays: 10
    private: true
    questions:
      - code: plate
        ask: What is on its plate?
      - code: days
        ask: For how many days has it stood there?
        kind: number

  - code: tall-grass
    name: Tall grass or weeds
    keywords: [lawn, yard, overgrown]
    group: Neighborhood
    department: code
    expectedDays: 15

  - code: other
    name: Something else
    description: Tell us in your own words.
    group: Neighborhood
    department: code
    questions:
      - code: what
        ask: What is it?
        kind: long-text
        required: true
`;
