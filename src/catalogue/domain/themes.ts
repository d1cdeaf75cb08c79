/** The categories of publiccode.yml, by the things that a local authority does. Each category in one theme. */
export const THEMES = {
  office: ["office", "productivity-suite", "collaboration", "web-collaboration", "knowledge-management", "mind-mapping", "translation", "time-management", "task-management"],
  exchanges: [
    "email-management", "instant-messaging", "video-conferencing", "web-conferencing", "voip", "enterprise-social-networking", "communications",
    "contact-management", "call-center-management",
  ],
  residents: [
    "digital-citizenship", "online-community", "feedback-and-reviews-management", "survey", "data-collection", "crm", "customer-service-and-support",
    "appointment-scheduling", "online-booking", "event-management", "visitor-management", "whistleblowing", "gamification",
  ],
  publishing: [
    "content-management", "website-builder", "blog", "design", "design-system", "graphic-design", "video-editing", "digital-asset-management", "email-marketing",
    "marketing", "mobile-marketing", "social-media-management", "seo", "e-commerce",
  ],
  documents: ["document-management", "e-signature", "workflow-management", "business-process-management", "regulations-and-directives", "compliance-management"],
  culture: ["integrated-library-system", "learning-management-system", "educational-content"],
  territory: [
    "geographic-information-systems", "cad", "real-estate-management", "property-management", "facility-management", "fleet-management", "resource-management",
    "inventory-management", "warehouse-management",
  ],
  finances: [
    "accounting", "budgeting", "billing-and-invoicing", "financial-reporting", "erp", "procurement", "grant-management", "taxes-management", "payment-gateway",
    "mobile-payment", "fundraising", "donor-management", "sales-management",
  ],
  staff: ["hr", "employee-management", "payroll", "time-tracking", "talent-management", "applicant-tracking"],
  projects: ["project-management", "project-collaboration", "agile-project-management", "enterprise-project-management"],
  data: ["data-analytics", "data-visualization", "business-intelligence", "predictive-analysis"],
  computing: [
    "it-management", "it-security", "identity-management", "network-management", "backup", "cloud-management", "it-asset-management", "it-service-management",
    "help-desk", "service-desk", "remote-support", "application-development", "it-development", "ide", "test-management",
  ],
  other: ["other"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Theme = keyof typeof THEMES;
