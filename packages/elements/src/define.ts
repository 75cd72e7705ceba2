/** Registers every element. */
import './request-form/define.ts';
