// The check of an endpoint as the plugin's settings page brings it: one file for the browser of whoever runs the site.

export { check } from '@citydesk/open311/check';
