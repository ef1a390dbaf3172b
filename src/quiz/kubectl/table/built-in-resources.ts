// The resource types a cluster has without extensions, as `kubectl api-resources` of Kubernetes 1.32 lists them.
// Source: the API reference, https://kubernetes.io/docs/reference/kubectl/#resource-types, and the registry's ShortNames.

export interface ResourceEntry {
  readonly plural: string;
  readonly singular: string;
  readonly kind: string;
  readonly shortNames: readonly string[];
  /** Empty for the core group. */
  readonly group: string;
  /** The preferred one first. */
  readonly versions: readonly string[];
  readonly isNamespaced: boolean;
  /** Listed by `all`. */
  readonly isInAll: boolean;
  readonly verbs: 'all' | 'create' | 'read';
  /** Parts that have a path of their own, e.g. `scale`. */
  readonly subresources: readonly string[];
}

/** Columns: plural, kind, short names, group/versions, scope, subresources; `*` behind the plural marks `all`. */
const ROWS = [
  'bindings Binding - v1 namespaced create',
  'componentstatuses ComponentStatus cs v1 cluster read',
  'configmaps ConfigMap cm v1 namespaced',
  'endpoints Endpoints ep v1 namespaced',
  'events Event ev v1 namespaced',
  'limitranges LimitRange limits v1 namespaced',
  'namespaces Namespace ns v1 cluster status finalize',
  'nodes Node no v1 cluster status proxy',
  'persistentvolumeclaims PersistentVolumeClaim pvc v1 namespaced status',
  'persistentvolumes PersistentVolume pv v1 cluster status',
  'pods* Pod po v1 namespaced status attach binding ephemeralcontainers eviction exec log portforward proxy resize',
  'podtemplates PodTemplate - v1 namespaced',
  'replicationcontrollers* ReplicationController rc v1 namespaced status scale',
  'resourcequotas ResourceQuota quota v1 namespaced status',
  'secrets Secret - v1 namespaced',
  'serviceaccounts ServiceAccount sa v1 namespaced token',
  'services* Service svc v1 namespaced status proxy',
  'mutatingwebhookconfigurations MutatingWebhookConfiguration - admissionregistration.k8s.io/v1 cluster',
  'validatingadmissionpolicies ValidatingAdmissionPolicy - admissionregistration.k8s.io/v1 cluster status',
  'validatingadmissionpolicybindings ValidatingAdmissionPolicyBinding - admissionregistration.k8s.io/v1 cluster',
  'validatingwebhookconfigurations ValidatingWebhookConfiguration - admissionregistration.k8s.io/v1 cluster',
  'customresourcedefinitions CustomResourceDefinition crd,crds apiextensions.k8s.io/v1 cluster status',
  'apiservices APIService - apiregistration.k8s.io/v1 cluster status',
  'controllerrevisions ControllerRevision - apps/v1 namespaced',
  'daemonsets* DaemonSet ds apps/v1 namespaced status',
  'deployments* Deployment deploy apps/v1 namespaced status scale',
  'replicasets* ReplicaSet rs apps/v1 namespaced status scale',
  'statefulsets* StatefulSet sts apps/v1 namespaced status scale',
  'selfsubjectreviews SelfSubjectReview - authentication.k8s.io/v1 cluster create',
  'tokenreviews TokenReview - authentication.k8s.io/v1 cluster create',
  'localsubjectaccessreviews LocalSubjectAccessReview - authorization.k8s.io/v1 namespaced create',
  'selfsubjectaccessreviews SelfSubjectAccessReview - authorization.k8s.io/v1 cluster create',
  'selfsubjectrulesreviews SelfSubjectRulesReview - authorization.k8s.io/v1 cluster create',
  'subjectaccessreviews SubjectAccessReview - authorization.k8s.io/v1 cluster create',
  'horizontalpodautoscalers* HorizontalPodAutoscaler hpa autoscaling/v2,v1 namespaced status',
  'cronjobs* CronJob cj batch/v1 namespaced status',
  'jobs* Job - batch/v1 namespaced status',
  'certificatesigningrequests CertificateSigningRequest csr certificates.k8s.io/v1 cluster status approval',
  'leases Lease - coordination.k8s.io/v1 namespaced',
  'endpointslices EndpointSlice - discovery.k8s.io/v1 namespaced',
  'events Event ev events.k8s.io/v1 namespaced',
  'flowschemas FlowSchema - flowcontrol.apiserver.k8s.io/v1 cluster status',
  'prioritylevelconfigurations PriorityLevelConfiguration - flowcontrol.apiserver.k8s.io/v1 cluster status',
  'ingressclasses IngressClass - networking.k8s.io/v1 cluster',
  'ingresses Ingress ing networking.k8s.io/v1 namespaced status',
  'networkpolicies NetworkPolicy netpol networking.k8s.io/v1 namespaced',
  'runtimeclasses RuntimeClass - node.k8s.io/v1 cluster',
  'poddisruptionbudgets PodDisruptionBudget pdb policy/v1 namespaced status',
  'clusterrolebindings ClusterRoleBinding - rbac.authorization.k8s.io/v1 cluster',
  'clusterroles ClusterRole - rbac.authorization.k8s.io/v1 cluster',
  'rolebindings RoleBinding - rbac.authorization.k8s.io/v1 namespaced',
  'roles Role - rbac.authorization.k8s.io/v1 namespaced',
  'priorityclasses PriorityClass pc scheduling.k8s.io/v1 cluster',
  'csidrivers CSIDriver - storage.k8s.io/v1 cluster',
  'csinodes CSINode - storage.k8s.io/v1 cluster',
  'csistoragecapacities CSIStorageCapacity - storage.k8s.io/v1 namespaced',
  'storageclasses StorageClass sc storage.k8s.io/v1 cluster',
  'volumeattachments VolumeAttachment - storage.k8s.io/v1 cluster status',
] as const;

/** In the order in which the server's discovery lists the groups: core first. */
export const builtInResources: readonly ResourceEntry[] = ROWS.map(readRow);

function readRow(row: string): ResourceEntry {
  const [marked = '', kind = '', shorts = '', groupVersions = '', scope = '', ...rest] = row.split(' ');
  const slash = groupVersions.indexOf('/');
  const verbs = rest[0] === 'create' || rest[0] === 'read' ? rest[0] : 'all';
  return {
    plural: marked.replace('*', ''),
    singular: kind.toLowerCase(),
    kind,
    shortNames: shorts === '-' ? [] : shorts.split(','),
    group: slash < 0 ? '' : groupVersions.slice(0, slash),
    versions: groupVersions.slice(slash + 1).split(','),
    isNamespaced: scope === 'namespaced',
    isInAll: marked.endsWith('*'),
    verbs,
    subresources: verbs === 'all' ? rest : [],
  };
}
