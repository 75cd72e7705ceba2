import { ReportForm } from './report-form';

export default function Page() {
  return (
    <main>
      <h1>City of Three Rivers</h1>
      <ReportForm />
    </main>
  );
}
